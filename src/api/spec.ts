import type { z } from 'zod'
import type { Refusal } from '#kernel/refusal'
import type { Scope } from '#modules/tokens/core'
import type { Asker, Surroundings } from './environment.ts'

/** What a call brings, parsed. */
export interface Call<Params, Query, Body> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly asker: Asker
  readonly surroundings: Surroundings
  readonly request: Request
}

/** One thing that the API does: what the document says of it, and the doing. */
export interface Spec<Params, Query, Body, Answer> {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  /** With places for parameters, such as `/motions/{id}`. */
  readonly path: string
  /** The name of the function in a generated client. */
  readonly id: string
  readonly tag: string
  readonly summary: string
  readonly description?: string
  /** What a token needs for it; `public` for what everybody may, `own` where the operation itself says who may. */
  readonly needs: Scope | 'public' | 'own'
  readonly params?: z.ZodType<Params>
  readonly query?: z.ZodType<Query>
  readonly body?: z.ZodType<Body>
  /** Bytes that a body may have. */
  readonly mostBytes?: number
  /** What is answered: cut to this shape, so that nothing goes out that the document does not promise. */
  readonly answer?: z.ZodType<Answer>
  /** Where the answer is no JSON: its kind. */
  readonly media?: string
  readonly status?: 200 | 201 | 204
  /** Where it may also answer with 200: what that says. */
  readonly again?: string
  /** An answer, a refusal, or a response of its own for what is no JSON. */
  run(call: Call<Params, Query, Body>): Promise<Answer | Refusal | Response>
}
