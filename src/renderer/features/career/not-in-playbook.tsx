import { FileQuestionMark } from 'lucide-react'
import { EmptyState } from '../../ui/states.tsx'

/** What stands on a page whose part the playbook leaves out, as a playbook of one's own may. */
export function NotInPlaybook({ part, name }: Readonly<{ part: string; name: string }>) {
  return (
    <EmptyState icon={<FileQuestionMark />} title={`${name} has no ${part}`}>
      A playbook of your own can have one: add it to its file, and it stands here when Loopready
      starts again.
    </EmptyState>
  )
}
