import type { Block } from '../model.ts'

/**
 * What a person wrote, as paragraphs: an empty line parts them, any other line break stays. Of Markdown the signs for
 * headings and emphasis go, and a list's dashes become dots; the words are never touched.
 */
export function paragraphsOf(text: string): readonly Block[] {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n\s*/)
    .map((paragraph) => paragraph.split('\n').map(lineOf).join('\n').trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph): Block => ({ kind: 'paragraph', text: paragraph }))
}

function lineOf(line: string): string {
  return line
    .trim()
    .replace(/^#{1,6}\s+/, '')
    .replace(/^[-*+]\s+/, '• ')
    .replaceAll(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
}
