import { z } from 'zod'

/**
 * The name of a playbook's file, with no folder in it: it comes out of a file that somebody sent, and is joined to the
 * path of a folder.
 */
export const playbookFileName = z
  .string()
  .max(120)
  .regex(/^[^./\\:*?"<>|\p{Cc}][^/\\:*?"<>|\p{Cc}]*\.ya?ml$/iu, 'the name of a YAML file')

/** The text of a playbook's file; it takes up 512 KiB at most. */
export const playbookFileText = z
  .string()
  .refine((text) => Buffer.byteLength(text) <= 512 * 1024, 'a text of at most 512 KiB')

/** The file of a new playbook. */
export function fileNameOf(id: string): string {
  return `${id}.yaml`
}
