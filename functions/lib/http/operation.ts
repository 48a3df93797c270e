import type { z } from 'zod'
import type { Operation, routes } from '../../../core/api/routes.ts'
import type { Principal } from '../../../core/principal.ts'
import type { Refusal } from '../../../core/refusal.ts'

type Shape<O extends Operation, Part extends string> = (typeof routes)[O] extends {
  [P in Part]: infer S extends z.ZodType
}
  ? z.infer<S>
  : undefined

/** A request that has been let in and parsed. */
export type Call<O extends Operation> = {
  readonly principal: Principal
  /** The session of the token that came with the request; absent where none is asked for. */
  readonly session?: string | undefined
  readonly params: Shape<O, 'params'>
  readonly query: Shape<O, 'query'>
  readonly body: Shape<O, 'body'>
  /** The bytes of a file, where the route takes one. */
  readonly bytes: Uint8Array
  readonly ifMatch?: number | undefined
  readonly idempotencyKey?: string | undefined
}

export type Answer<Body> =
  | { body: Body; version?: number | undefined; created?: string | undefined }
  | { file: Uint8Array; type: string; name: string }

export type OperationHandler<O extends Operation> = (
  call: Call<O>,
) => Promise<Answer<z.input<(typeof routes)[O]['answer']>> | Refusal>

/** What a function answers: exactly the operations whose route names it. */
export type OperationsIn<F extends string> = {
  [O in Operation as (typeof routes)[O]['in'] extends F ? O : never]: OperationHandler<O>
}
