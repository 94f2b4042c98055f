import { GitCompare } from 'lucide-react'
import type { OutputOf } from '#contract/index.ts'
import { EmptyState } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'

type Changes = OutputOf<'playbooks.validate'>['changes']

/** What differs from the playbook that this one was made from. */
export function ChangesView({ changes, known }: Readonly<{ changes: Changes; known: boolean }>) {
  if (!known)
    return (
      <EmptyState icon={<GitCompare />} title="Changes are shown once the text has no faults." />
    )
  if (changes === null)
    return (
      <EmptyState icon={<GitCompare />} title="This playbook was not made from another one.">
        A copy of a playbook has a line <code>template</code> with its id; what you change against
        it then stands here.
      </EmptyState>
    )
  if (changes.changes.length === 0)
    return <EmptyState icon={<GitCompare />} title={`Nothing differs from ${changes.template}.`} />
  return (
    <Table caption={`Changes against ${changes.template}`} className="playbooks-changes">
      <thead>
        <tr>
          <th scope="col">Where</th>
          <th scope="col">In {changes.template}</th>
          <th scope="col">Yours</th>
        </tr>
      </thead>
      <tbody>
        {changes.changes.map(({ where, before, after }, index) => (
          <tr key={index}>
            <th scope="row">{where}</th>
            <td>
              {before === null ? (
                <span className="playbooks-quiet">not there</span>
              ) : (
                <del>{before}</del>
              )}
            </td>
            <td>
              {after === null ? (
                <span className="playbooks-quiet">removed</span>
              ) : (
                <ins>{after}</ins>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
