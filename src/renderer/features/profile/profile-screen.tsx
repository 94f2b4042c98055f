import { Monitor, Moon, Sun, TriangleAlert } from 'lucide-react'
import { useRef } from 'react'
import type { Profile } from '#contract/profile.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useCall, useWrite } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { FormError } from '../../ui/field.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { Notice } from '../../ui/states.tsx'
import { createStore, useStore } from '../../ui/store.ts'
import { showToast } from '../../ui/toasts.ts'
import { LevelSummary } from './level-cards.tsx'
import { openLevelSwitch } from './level-switch-window.ts'
import { usePlaybooks } from './playbooks.ts'
import { draftOfProfile, isSameProfile, type ProfileDraft } from './profile-draft.ts'
import { DateFields, NameField, WeeklyHoursField } from './profile-fields.tsx'
import { TimerCard } from './timer-card.tsx'
import { useProfileForm } from './use-profile-form.ts'
import './profile-screen.css'

/** What was typed and not saved; null while nothing was. It outlives the screen. */
const typed = createStore<ProfileDraft | null>(null)

/** Everything about the person and the target, to be changed at any time. */
export function ProfileScreen() {
  const { data } = useCall('profile.get', {})
  const profile = data?.profile ?? null
  if (profile === null) return null
  return (
    <Screen title="Profile" width="narrow">
      <LevelCard profile={profile} />
      <PlanCard profile={profile} />
      <TimerCard profile={profile} />
      <PreferencesCard profile={profile} />
      <DataCard />
    </Screen>
  )
}

function LevelCard({ profile }: Readonly<{ profile: Profile }>) {
  const found = usePlaybooks()
  const playbook = found?.playbooks.find(({ id }) => id === profile.level)
  const others = found?.playbooks.filter(({ id }) => id !== profile.level) ?? []
  return (
    <Card
      title="Target level"
      actions={others.map(({ id }) => (
        <Button
          key={id}
          size="s"
          onClick={() => {
            openLevelSwitch(id)
          }}
        >
          Switch to {id}
        </Button>
      ))}
    >
      {playbook !== undefined && <LevelSummary playbook={playbook} />}
      {found?.problems.map(({ file, message }) => (
        <Notice key={file} tone="caution" icon={<TriangleAlert aria-hidden />}>
          The playbook {file} cannot be used. {message}
        </Notice>
      ))}
    </Card>
  )
}

function PlanCard({ profile }: Readonly<{ profile: Profile }>) {
  const playbook = usePlaybooks()?.playbooks.find(({ id }) => id === profile.level)
  const saved = draftOfProfile(profile)
  // The level has a way of its own to change, so a draft never brings back an old one.
  const draft = { ...(useStore(typed) ?? saved), level: profile.level }
  const isChanged = !isSameProfile(draft, saved)
  const element = useRef<HTMLFormElement>(null)
  const form = useProfileForm(element)
  const fields = {
    draft,
    errorOf: form.errorOf,
    onDraft: (next: ProfileDraft) => {
      typed.set(next)
      form.clear()
    },
  }
  const save = async () => {
    const saved = await form.save(draft)
    if (saved === null) return
    typed.set(null)
    offerUndo('Profile changed.', saved.change)
  }
  return (
    <Card title="You and your dates">
      <form
        ref={element}
        className="profile-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <NameField {...fields} />
        <DateFields {...fields} />
        <WeeklyHoursField {...fields} playbook={playbook} />
        <FormError>{form.elsewhere}</FormError>
        <div className="profile-form-foot">
          {isChanged && (
            <Button
              variant="quiet"
              onClick={() => {
                typed.set(null)
                form.clear()
              }}
            >
              Discard changes
            </Button>
          )}
          <Button type="submit" variant="primary" disabled={!isChanged} pending={form.pending}>
            Save changes
          </Button>
        </div>
      </form>
    </Card>
  )
}

const dayStarts = [
  'At midnight',
  ...[1, 2, 3, 4, 5, 6].map((hour) => `At ${hour} in the morning`),
].map((label, hour) => ({ value: String(hour), label }))

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map(
  (label, index) => ({ value: String(index + 1), label }),
)

type Preferences = Pick<Profile, 'theme' | 'paper' | 'dayStartsAt' | 'weekStartsOn' | 'streaks'>

/** Preferences take effect at once: there is nothing in them to get wrong. */
function PreferencesCard({ profile }: Readonly<{ profile: Profile }>) {
  const { write } = useWrite('profile.save')
  const change = async (part: Partial<Preferences>) => {
    const answer = await write({ ...profile, ...part })
    if (!answer.ok) showToast({ message: answer.error.message, tone: 'negative' })
  }
  return (
    <Card title="Preferences">
      <div className="profile-preferences">
        <Segmented
          label="Theme"
          value={profile.theme}
          options={[
            { value: 'system', label: 'System', icon: <Monitor aria-hidden /> },
            { value: 'light', label: 'Light', icon: <Sun aria-hidden /> },
            { value: 'dark', label: 'Dark', icon: <Moon aria-hidden /> },
          ]}
          onValue={(theme) => {
            void change({ theme })
          }}
        />
        <Segmented
          label="Paper of the report"
          value={profile.paper}
          options={[
            { value: 'A4', label: 'A4' },
            { value: 'Letter', label: 'Letter' },
          ]}
          onValue={(paper) => {
            void change({ paper })
          }}
        />
        <Select
          className="profile-day-start"
          label="A study day starts"
          hint="What you log before that hour still counts for the day before. Sessions that are logged already keep their day."
          value={String(profile.dayStartsAt)}
          options={dayStarts}
          onValue={(hour) => {
            void change({ dayStartsAt: Number(hour) })
          }}
        />
        <Select
          label="A week starts on"
          value={String(profile.weekStartsOn)}
          options={weekdays}
          onValue={(weekday) => {
            void change({ weekStartsOn: Number(weekday) })
          }}
        />
        <Segmented
          label="Streaks"
          value={profile.streaks ? 'on' : 'off'}
          options={[
            { value: 'on', label: 'Shown' },
            { value: 'off', label: 'Hidden' },
          ]}
          onValue={(streaks) => {
            void change({ streaks: streaks === 'on' })
          }}
        />
      </div>
    </Card>
  )
}

function DataCard() {
  return (
    <Card title="Your data">
      <div className="profile-data">
        <p>
          Everything you log is kept in one file on this computer, <code>loopready.sqlite</code> in
          Loopready’s data folder. Nothing is sent anywhere, and no account is needed.
        </p>
        <p>
          <a href="#/profile/data">Import and export</a> ·{' '}
          <a href="#/profile/safety">Backups and check-up</a>
        </p>
        <p>
          Loopready is not affiliated with Amazon. Its playbook targets come from a public
          preparation guide and are no company’s statement.
        </p>
      </div>
    </Card>
  )
}
