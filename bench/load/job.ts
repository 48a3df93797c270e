/** What a process of clients is asked to do, and what it answers; both cross a process boundary as they are. */
export type Tokens = { official: string; dispatcher: string; handler: string }

export type LifecycleJob = {
  kind: 'lifecycles'
  origin: string
  tokens: Tokens
  firms: readonly string[]
  clients: number
  seconds: number
  /** Who routes: the dispatcher by a request, or the workflow while the client waits for it. */
  routedBy: 'dispatcher' | 'workflow'
}

export type BareJob = {
  kind: 'bare'
  endpoint: string
  /** The bodies of the transactions of one lifecycle, in order. */
  bodies: readonly string[]
  /** Texts in them that must be another one for each lifecycle: ids, keys, tokens. */
  marks: readonly string[]
  clients: number
  lifecycles: number
}

export type PageJob = { kind: 'pages'; origin: string; token: string; path: string; times: number }

export type Job = LifecycleJob | BareJob | PageJob

export type Outcome = {
  /** From the first call to the last answer. */
  seconds: number
  /** Milliseconds per call, by what was called. */
  calls: Record<string, number[]>
  /** Milliseconds per whole lifecycle. */
  lifecycles: number[]
}
