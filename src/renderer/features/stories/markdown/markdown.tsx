import { Lexer, type MarkedToken, type Token, type Tokens } from 'marked'
import { Fragment, memo, type ReactNode } from 'react'
import './markdown.css'

/** How deep quotes and lists may stand in each other before the rest is shown as it was written. */
const deepest = 16

/**
 * A text in Markdown, drawn as React elements from the library's tokens: no HTML is ever made of it. Tags stand there
 * as they were typed, pictures as their description, links as text with their address, which opens nothing.
 */
export const Markdown = memo(function Markdown({ text }: Readonly<{ text: string }>) {
  return <div className="stories-markdown">{blocks(tokensOf(text), 0)}</div>
})

function tokensOf(text: string): readonly Token[] {
  try {
    return new Lexer({ gfm: true, breaks: true }).lex(text)
  } catch {
    // Nested beyond all measure: shown as it is.
    return [{ type: 'text', raw: text, text }]
  }
}

function blocks(tokens: readonly Token[] | undefined, depth: number): ReactNode {
  return (tokens ?? []).map((token, index) => (
    // Tokens have no identity of their own; the text is drawn anew as a whole.
    <Fragment key={index}>{block(token, depth)}</Fragment>
  ))
}

function block(token: Token, depth: number): ReactNode {
  if (depth > deepest) return token.raw
  // The library's types leave room for tokens of extensions, of which there are none.
  const known = token as MarkedToken
  switch (known.type) {
    case 'space':
    case 'def':
      return null
    case 'hr':
      return <hr />
    case 'heading':
      // Below the headings of the page, however it was written.
      return (
        <p dir="auto" className="stories-markdown-heading">
          {blocks(known.tokens, depth + 1)}
        </p>
      )
    case 'paragraph':
      return <p dir="auto">{blocks(known.tokens, depth + 1)}</p>
    case 'blockquote':
      return <blockquote dir="auto">{blocks(known.tokens, depth + 1)}</blockquote>
    case 'code':
      return (
        <pre>
          <code>{known.text}</code>
        </pre>
      )
    case 'list':
      return <List list={known} depth={depth} />
    case 'table':
      return <TableOf table={known} depth={depth} />
    case 'html':
      return <span className="stories-markdown-raw">{known.raw}</span>
    case 'strong':
      return <strong>{blocks(known.tokens, depth + 1)}</strong>
    case 'em':
      return <em>{blocks(known.tokens, depth + 1)}</em>
    case 'del':
      return <del>{blocks(known.tokens, depth + 1)}</del>
    case 'codespan':
      return <code>{known.text}</code>
    case 'br':
      return <br />
    case 'link':
      return (
        <span className="stories-markdown-link" title={known.href}>
          {blocks(known.tokens, depth + 1)}
          {known.text !== known.href && <span> ({known.href})</span>}
        </span>
      )
    case 'image':
      return (
        <span className="stories-markdown-raw">{`[picture: ${known.text || known.href}]`}</span>
      )
    case 'escape':
      return known.text
    case 'checkbox':
    case 'list_item':
      // Drawn with their list.
      return null
    case 'text':
      return known.tokens === undefined ? known.text : blocks(known.tokens, depth + 1)
    default:
      return token.raw
  }
}

function List({ list, depth }: Readonly<{ list: Tokens.List; depth: number }>) {
  const items = list.items.map((item, index) => (
    <li key={index} dir="auto">
      {item.task && (item.checked === true ? '☑ ' : '☐ ')}
      {blocks(item.tokens, depth + 1)}
    </li>
  ))
  return list.ordered ? (
    <ol start={list.start === '' ? undefined : list.start}>{items}</ol>
  ) : (
    <ul>{items}</ul>
  )
}

function TableOf({ table, depth }: Readonly<{ table: Tokens.Table; depth: number }>) {
  return (
    <div className="stories-markdown-table">
      <table>
        <thead>
          <tr>
            {table.header.map((cell, index) => (
              <th key={index} scope="col" dir="auto">
                {blocks(cell.tokens, depth + 1)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, rowIndex) => (
            <tr key={rowIndex}>
              {row.map((cell, index) => (
                <td key={index} dir="auto">
                  {blocks(cell.tokens, depth + 1)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
