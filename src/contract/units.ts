import { z } from 'zod'

/** A whole number of seconds, 0 or more. Durations are never stored in anything coarser. */
export const seconds = z.int().min(0).brand<'Seconds'>()
export type Seconds = z.infer<typeof seconds>

/** Hours as a decimal number, 0 or more. */
export const hours = z.number().min(0).brand<'Hours'>()
export type Hours = z.infer<typeof hours>

/** A part of a whole, 0 to 1. */
export const share = z.number().min(0).max(1).brand<'Share'>()
export type Share = z.infer<typeof share>

/** A local calendar day, `YYYY-MM-DD`, on which a session counts. */
export const studyDay = z.iso.date('Write the date as YYYY-MM-DD.').brand<'StudyDay'>()
export type StudyDay = z.infer<typeof studyDay>

/** A UTC instant of fixed width, `YYYY-MM-DDTHH:MM:SSZ`, so that text order is time order. */
export const instant = z.iso.datetime({ precision: 0 }).brand<'Instant'>()
export type Instant = z.infer<typeof instant>

/** A wall-clock time, `HH:MM`, 00:00 to 23:59. */
export const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time as HH:MM, 00:00 to 23:59.')

/** A UUIDv7: sortable by the moment it was made. */
export const recordId = z.uuidv7()

/** The name of something in data: lower case words joined by hyphens. */
export const slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
