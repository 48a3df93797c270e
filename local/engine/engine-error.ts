export type EngineErrorCode =
  | 'officeRunning'
  | 'engineMissing'
  | 'engineFailed'
  | 'leftoverStays'
  | 'lockUnusable'
  | 'needsUpgrade'

/** Why the database engine could not be opened; `message` is a sentence for the person at the terminal. */
export class EngineError extends Error {
  readonly code: EngineErrorCode

  constructor(code: EngineErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'EngineError'
    this.code = code
  }
}
