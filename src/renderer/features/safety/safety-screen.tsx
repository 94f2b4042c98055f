import { useCall } from '../../bridge/queries.ts'
import { Unanswered } from '../../bridge/unanswered.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { BackupsCard } from './backups-card.tsx'
import { CheckUpCard } from './check-up-card.tsx'
import { EncryptionCard } from './encryption-card.tsx'
import { FolderCard } from './folder-card.tsx'
import { StorageCard } from './storage-card.tsx'
import './safety.css'

/** What keeps the data safe: its backups, where they go, the space it all takes, and whether it is whole. */
export function SafetyScreen() {
  const reading = useCall('backups.list', {})
  const { data } = reading
  return (
    <Screen
      title="Safety"
      lead="Backups are made automatically, on this computer. Each is checked before it counts as one."
      width="narrow"
    >
      {data !== undefined ? (
        <>
          <BackupsCard data={data} />
          <EncryptionCard data={data} />
          <FolderCard data={data} onChanged={reading.retry} />
          <StorageCard storage={data.storage} />
          <CheckUpCard lastCheck={data.lastCheck} />
        </>
      ) : (
        <Unanswered compact readings={[reading]}>
          <Skeleton lines={8} />
        </Unanswered>
      )}
    </Screen>
  )
}
