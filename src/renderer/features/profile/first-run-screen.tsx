import { FileInput, Sparkles } from 'lucide-react'
import { useRef, useState } from 'react'
import type { OutputOf } from '#contract/index.ts'
import { usualWeeklyHours } from '#domain/weekly-hours.ts'
import { useWrite } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { FormError } from '../../ui/field.tsx'
import { createStore, useStore } from '../../ui/store.ts'
import { showToast } from '../../ui/toasts.ts'
import { LevelCards } from './level-cards.tsx'
import { usePlaybooks } from './playbooks.ts'
import type { ProfileDraft } from './profile-draft.ts'
import { DateFields, NameField, WeeklyHoursField } from './profile-fields.tsx'
import { useProfileForm } from './use-profile-form.ts'
import './first-run-screen.css'

/** What was typed so far; null until something was. It outlives the screen, should that fail. */
const typed = createStore<ProfileDraft | null>(null)

/** The first thing a newcomer sees: what this is, and the few things it has to know. */
export function FirstRunScreen({
  today,
  icon,
  onImport,
}: Readonly<{
  today: OutputOf<'profile.get'>['today']
  icon: string
  /** Begins with an export of everything in place of the form. */
  onImport: () => void
}>) {
  const found = usePlaybooks()
  const draft = useStore(typed) ?? emptyProfile(today, found?.playbooks[0]?.id ?? '')
  const element = useRef<HTMLFormElement>(null)
  const form = useProfileForm(element)
  const demo = useWrite('demo.fill')
  const [demoError, setDemoError] = useState<string | null>(null)
  if (found === undefined) return null

  const fields = {
    draft,
    errorOf: form.errorOf,
    onDraft: (next: ProfileDraft) => {
      typed.set(next)
      form.clear()
    },
  }
  const fillDemo = async () => {
    const answer = await demo.write({})
    if (answer.ok)
      showToast({
        message: `Filled with ${answer.value.sessions} sample sessions. Undo takes them away.`,
      })
    else setDemoError([answer.error.message, answer.error.hint].join(' '))
  }
  return (
    <main className="profile-first">
      <div className="profile-first-inner">
        <header className="profile-first-head">
          <p className="profile-first-brand">
            <img src={icon} alt="" width="32" height="32" />
            Loopready
          </p>
          <h1>See where your preparation stands, every day.</h1>
          <p className="profile-first-lead">
            Log what you study. Loopready sets it against the plan of your target level, shows what
            is still missing, and turns it into a report.
          </p>
        </header>
        <form
          ref={element}
          className="profile-first-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void form.save(draft)
          }}
        >
          <LevelCards
            playbooks={found.playbooks}
            value={draft.level}
            error={form.errorOf('level')}
            onValue={(level) => {
              fields.onDraft({ ...draft, level })
            }}
          />
          <DateFields {...fields} />
          <WeeklyHoursField
            {...fields}
            playbook={found.playbooks.find(({ id }) => id === draft.level)}
          />
          <NameField {...fields} />
          <FormError>{form.elsewhere}</FormError>
          <div className="profile-first-actions">
            <Button type="submit" variant="primary" pending={form.pending}>
              Start preparing
            </Button>
            <Button variant="quiet" icon={<FileInput aria-hidden />} onClick={onImport}>
              Import a Loopready export
            </Button>
            <Button
              variant="quiet"
              pending={demo.pending}
              icon={<Sparkles aria-hidden />}
              onClick={() => {
                void fillDemo()
              }}
            >
              Explore with sample data
            </Button>
          </div>
          <FormError>{demoError}</FormError>
        </form>
        <footer className="profile-first-foot">
          <p>Everything can be changed later. Everything stays on this computer.</p>
          <p>
            Loopready is not affiliated with Amazon. Its playbook targets come from a public guide
            and are no company’s statement.
          </p>
        </footer>
      </div>
    </main>
  )
}

function emptyProfile(today: string, level: string): ProfileDraft {
  return {
    name: '',
    level,
    startDate: today,
    interviewDate: '',
    interviewUnknown: false,
    weeklyHours: String(usualWeeklyHours),
  }
}
