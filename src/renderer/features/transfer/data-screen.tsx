import { FileInput } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Screen } from '../../ui/screen.tsx'
import { ExportCard } from './export-card.tsx'
import { openImport } from './import-window.ts'
import './data-screen.css'

/** Where the data is, and its ways in and out. */
export function DataScreen() {
  return (
    <Screen
      title="Data"
      lead="Everything stays on this computer. Files go in and out as you say."
      width="narrow"
    >
      <Card
        title="Import"
        lead="Sessions from a spreadsheet, Toggl Track, Clockify or Super Productivity, or an export of Loopready."
      >
        <p className="transfer-text">
          You see row by row what would be added, what is here already and what cannot be read. It
          is all or nothing, and one step to undo. You can also drop a file anywhere on this window.
        </p>
        <div className="transfer-go">
          <Button
            icon={<FileInput aria-hidden />}
            aria-haspopup="dialog"
            onClick={() => {
              openImport()
            }}
          >
            Import a file…
          </Button>
        </div>
      </Card>
      <ExportCard />
      <Card title="Where it is kept">
        <p className="transfer-text">
          In one file, <code>loopready.sqlite</code> in Loopready’s data folder. Nothing is sent
          anywhere, and no account is needed. To take all of it elsewhere, close Loopready and copy
          the folder, or use the JSON export.
        </p>
      </Card>
    </Screen>
  )
}
