import { begin } from '../begin.ts'
import { openLevelSwitch } from '../../features/profile/level-switch-window.ts'
import { LatestSessions } from '../../features/sessions/latest-sessions.tsx'
import { LogSession } from '../../features/sessions/log-session.tsx'
import { ForecastCard } from '../../features/forecast/forecast-card.tsx'
import { CareerCard } from '../../features/readiness/career-card.tsx'
import { CoverageCard } from '../../features/readiness/coverage-card.tsx'
import { NextCard } from '../../features/readiness/next-card.tsx'
import { ScoreCard } from '../../features/readiness/score-card.tsx'
import { TodayScreen } from '../../features/today/today-screen.tsx'
import type { Status } from '#contract/plan.ts'
import { useCall } from '../../bridge/queries.ts'

/** The first screen, put together from the day's figures and the parts of the session log. */
export function TodayRoute() {
  const level = useCall('profile.get', {}).data?.profile?.level
  return (
    <TodayScreen
      logSession={<LogSession />}
      latestSessions={<LatestSessions />}
      next={nextSteps}
      readiness={readinessScore}
      preparation={preparation}
      career={careerEvidence}
      onMapSessions={() => {
        if (level !== undefined) openLevelSwitch(level)
      }}
    />
  )
}

const careerParts = [
  {
    id: 'checklist',
    href: '#/evidence',
    empty:
      'Mark what you have shown at this level and say what proves it. A tick alone is worth less than evidence.',
  },
  {
    id: 'metrics',
    href: '#/evidence/metrics',
    empty: 'Record results of your work, each with its date and source, and see which are met.',
  },
] as const

function careerEvidence(status: Status) {
  const { checklist, metrics } = status
  const summaries = {
    checklist: `${checklist.shown + checklist.shownWithStory} of ${checklist.items} items are shown, ${checklist.partial} in part; ${checklist.withEvidence} have evidence.`,
    metrics: `${metrics.met} of ${metrics.indicators} indicators are met, ${metrics.close} close, ${metrics.notMet} not met; ${metrics.noValue} have no value.`,
  }
  return careerParts.map(({ id, href, empty }) => {
    const part = status.readiness.parts.find((row) => row.id === id)
    return (
      part && (
        <CareerCard
          key={id}
          part={part}
          href={href}
          summary={summaries[id]}
          empty={empty}
          begin={begin}
        />
      )
    )
  })
}

function nextSteps(status: Status) {
  return <NextCard steps={status.next} begin={begin} />
}

function readinessScore(status: Status) {
  return <ScoreCard readiness={status.readiness} />
}

function preparation(status: Status) {
  return (
    <>
      <ForecastCard status={status} />
      <CoverageCard />
    </>
  )
}
