import { z } from 'zod'
import { slug } from './units.ts'

/** A sentence or a short paragraph for people. */
export const text = z.string().trim().min(1).max(2000)

/** Where a figure comes from and how it was read: shown behind every (i). */
export const provenance = z.strictObject({
  /** The heading of the source under which the figure stands. */
  source: text,
  /** The interpretation chosen where the source leaves it open. */
  reading: text.optional(),
})

/**
 * A span of numbers, inclusive at both ends; without `max` it means "or more". Bands of the same `quantity` measure
 * the same thing wherever they stand: people led is not people affected, a budget is not an impact in dollars.
 */
const band = z
  .strictObject({
    quantity: slug,
    unit: text,
    min: z.number(),
    max: z.number().optional(),
  })
  .refine((b) => b.max === undefined || b.max >= b.min, {
    message: 'max must not be below min',
    path: ['max'],
  })

const checklistItem = z.strictObject({
  id: slug,
  /** A statement in the first person that evidence can prove. */
  text,
  /** The figures in the statement. */
  bands: z.array(band).default([]),
  provenance: provenance.optional(),
})

export const checklistGroup = z.strictObject({
  id: slug,
  /** The larger heading that the group stands under. */
  section: text,
  name: text,
  items: z.array(checklistItem).min(1),
  provenance: provenance.optional(),
})

const numericIndicator = z.strictObject({
  kind: z.literal('numeric'),
  id: slug,
  text,
  /** Strict: `>` 99.9 is not met by 99.9. */
  comparator: z.enum(['>', '>=', '=', '<', '<=']),
  threshold: z.number(),
  /** `%`, `USD`, `count`, `score`: what the threshold is measured in. */
  unit: text,
  /** The lowest and highest possible value, where there are such. */
  range: z.strictObject({ min: z.number().optional(), max: z.number().optional() }).optional(),
  /** True where the figure is a change and wants a baseline and a period. */
  change: z.boolean().default(false),
  provenance,
})
export type NumericIndicator = z.infer<typeof numericIndicator>
const qualitativeIndicator = z.strictObject({
  kind: z.literal('qualitative'),
  id: slug,
  text,
  provenance: provenance.optional(),
})
const indicator = z.discriminatedUnion('kind', [numericIndicator, qualitativeIndicator])
export type Indicator = z.infer<typeof indicator>

export const indicatorGroup = z.strictObject({
  id: slug,
  name: text,
  indicators: z.array(indicator).min(1),
})

export const scopeDimension = z.strictObject({
  id: slug,
  name: text,
  /** The level's expectation in words. */
  expectation: text,
  bands: z.array(band).default([]),
  /** For dimensions that are words: the rungs that fit the level, the lowest first. */
  rungs: z.array(slug).default([]),
  provenance,
})

/** How far a case tells something: whole, in passing, or not at all. */
const told = z.enum(['yes', 'partly', 'no'])

export const caseStudy = z.strictObject({
  id: slug,
  title: text,
  background: text,
  challenge: text,
  scope: text,
  situation: text,
  task: text,
  action: text,
  result: text,
  /** The figures of the case, each stored once. */
  figures: z.array(
    z.strictObject({
      label: text,
      value: z.number(),
      unit: text,
      /** Marks a least value such as "200+". */
      open: z.boolean().default(false),
    }),
  ),
  /** The case taken apart along STAR++: what each part does, or what is missing from it. */
  anatomy: z
    .array(
      z.strictObject({
        part: z.enum(['situation', 'task', 'action', 'result', 'reflection', 'growth']),
        told,
        note: text,
      }),
    )
    .default([]),
  /** The sub-steps of the action, the same way. */
  steps: z
    .array(
      z.strictObject({
        step: z.enum(['assess', 'design', 'align', 'implement', 'monitor']),
        told,
        note: text,
      }),
    )
    .default([]),
  /** Figures of the case that a band of the level's `scope` judges, by the band's quantity. */
  scopeFacts: z
    .array(z.strictObject({ quantity: slug, value: z.number(), note: text }))
    .default([]),
  whyItWorks: z.array(text).min(1),
  /** Where the case departs from its own level's rules: shown as an advisory, never as an error. */
  bends: z.array(text).default([]),
  provenance: provenance.optional(),
})

const answer = z.strictObject({ label: text, answer: text })

export const questionHandling = z.strictObject({
  id: slug,
  /** The level the candidate is at, and the level the question is asked at. */
  candidateLevel: text,
  questionLevel: text,
  question: text,
  weak: answer,
  strong: answer,
  why: text,
  provenance: provenance.optional(),
})
