import type { OutputOf } from '#contract/index.ts'
import { Card } from '../../ui/card.tsx'
import { bytesText } from './words.ts'

type Storage = OutputOf<'backups.list'>['storage']

const parts: readonly Readonly<{ key: keyof Storage; name: string; colour: string }>[] = [
  { key: 'data', name: 'Your data', colour: '1' },
  { key: 'backups', name: 'Backups', colour: '3' },
  { key: 'recordings', name: 'Recordings', colour: '2' },
  { key: 'rest', name: 'Everything else', colour: 'none' },
]

/** What it all takes on disk, as one bar and in figures. */
export function StorageCard({ storage }: Readonly<{ storage: Storage }>) {
  const total = parts.reduce((sum, { key }) => sum + storage[key], 0)
  return (
    <Card title="Space on disk" lead={`${bytesText(total)} altogether.`}>
      <div className="safety-bar" aria-hidden>
        {parts.map(({ key, colour }) => (
          <span
            key={key}
            data-category={colour}
            hidden={storage[key] === 0}
            style={{ flexGrow: storage[key] / Math.max(1, total) }}
          />
        ))}
      </div>
      <dl className="safety-storage">
        {parts.map(({ key, name, colour }) => (
          <div key={key}>
            <dt data-category={colour}>
              <span className="safety-dot" aria-hidden />
              {name}
            </dt>
            <dd className="ui-number">{bytesText(storage[key])}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
