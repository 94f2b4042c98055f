import type { Evidence } from '#contract/evidence.ts'
import type { StoryFile } from '#contract/story-files.ts'
import type { Story } from '#contract/story.ts'
import { frontMatterText, type FigureInFile } from './front-matter.ts'
import { splitTexts } from './sections.ts'

/** A story as a Markdown file: small fields and lists in the front matter, each long text a section. */
export function renderStory(story: Story, ledger: ReadonlyMap<string, Evidence>): string {
  const { body, texts } = splitTexts(story)
  const front = frontMatterText({
    id: story.id,
    title: story.title,
    status: story.status,
    level: story.level,
    primaryPrinciple: story.primaryPrinciple,
    secondaryPrinciples: story.secondaryPrinciples,
    archetype: story.archetype,
    when: story.when,
    employer: story.employer,
    role: story.role,
    peopleLed: story.peopleLed,
    peopleAffected: story.peopleAffected,
    teams: story.teams,
    budgetUsd: story.budgetUsd,
    durationMonths: story.durationMonths,
    highestStakeholder: story.highestStakeholder,
    technologyLevel: story.technologyLevel,
    results: story.results.flatMap((id) => figureOf(ledger.get(id)) ?? []),
    followUps: story.followUps,
    tags: story.tags,
    checklistItems: story.checklistItems,
    dismissals: story.dismissals,
    texts,
    createdAt: story.createdAt,
  })
  return `---\n${front}---\n${body === '' ? '' : `\n${body}`}`
}

/** The ledger's entry without what it does not say. */
function figureOf(entry: Evidence | undefined): FigureInFile | undefined {
  if (!entry) return undefined
  const { id, metric, baseline, target, achieved, unit, period, source, note, links } = entry
  return {
    id,
    metric,
    ...(baseline === null ? {} : { baseline }),
    ...(target === null ? {} : { target }),
    ...(achieved === null ? {} : { achieved }),
    ...(unit === '' ? {} : { unit }),
    ...(period === '' ? {} : { period }),
    ...(source === '' ? {} : { source }),
    ...(note === '' ? {} : { note }),
    ...(links.length === 0 ? {} : { links }),
  }
}

/** Stories as files, each under a name of its own: the words of its title and the end of its id. */
export function filesOf(
  stories: readonly Story[],
  ledger: ReadonlyMap<string, Evidence>,
): StoryFile[] {
  return stories.map((story) => ({
    fileName: `${nameOf(story.title)}-${story.id.slice(-12)}.md`,
    text: renderStory(story, ledger),
  }))
}

/** Words of a title that any file system takes, 50 characters at most. */
function nameOf(title: string): string {
  const words =
    title
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  const name = words
    .join('-')
    .slice(0, 50)
    .toWellFormed()
    .replace(/[-\uFFFD]+$/, '')
  return name || 'story'
}
