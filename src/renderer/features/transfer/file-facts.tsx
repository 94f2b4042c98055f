import { TriangleAlert } from 'lucide-react'
import { formatCount } from '#domain/readable.ts'
import type { TransferInspection } from '#contract/transfer.ts'
import { Badge } from '../../ui/badge.tsx'
import { Notice } from '../../ui/states.tsx'
import { rowUnit, sectionWords, separatorWords, sizeWords } from './words.ts'
import './file-facts.css'

/** What the file is, as it was found out. */
export function FileFacts({ found }: Readonly<{ found: TransferInspection }>) {
  const filled = found.kind === 'json' ? found.sections.filter(({ rows }) => rows > 0) : []
  return (
    <>
      <div className="transfer-facts">
        <p className="transfer-file" title={found.name}>
          {found.name}
        </p>
        <ul>
          {found.kind === 'csv' ? (
            <>
              <li>
                <Badge tone="accent">{found.preset === null ? 'A table' : found.preset.name}</Badge>
              </li>
              <li>{formatCount(found.rows, rowUnit)}</li>
              <li>{found.encoding}</li>
              <li>{separatorWords(found.separator)}</li>
            </>
          ) : (
            <>
              <li>
                <Badge tone="accent">Loopready export</Badge>
              </li>
              <li>Version {found.version}</li>
            </>
          )}
          <li>{sizeWords(found.bytes)}</li>
        </ul>
      </div>
      {filled.length > 0 && (
        <ul className="transfer-sections" aria-label="What is in the file">
          {filled.map(({ name, rows }) => (
            <li key={name}>
              <strong>{rows.toLocaleString('en')}</strong> {sectionWords(name)}
            </li>
          ))}
        </ul>
      )}
      {found.kind === 'csv' && found.importedBefore !== null && (
        <Notice tone="caution" icon={<TriangleAlert aria-hidden />}>
          {found.importedBefore.message} Rows that are here already are not added again.
        </Notice>
      )}
    </>
  )
}
