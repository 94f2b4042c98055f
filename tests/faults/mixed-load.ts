/** What the writing process says was acknowledged. */
export type Acknowledged = Readonly<
  | { kind: 'session'; id: string }
  | { kind: 'story'; id: string; text: string }
  | { kind: 'timer'; state: 'none' | 'running' | 'paused' }
  | { kind: 'import-begun'; name: string }
  | { kind: 'import'; name: string; rows: number }
  | { kind: 'backup-begun' }
  | { kind: 'backup'; id: string }
>
