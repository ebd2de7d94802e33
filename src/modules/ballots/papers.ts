import { z } from 'zod'

/** What a teller read from the papers of a batch: choices, base64 in ascending order; null before. */
const readShape = z.array(z.string()).nullable()

const batchShape = z.strictObject({
  id: z.string(),
  /** The officer who opened it. */
  by: z.string(),
  /** In order of their ids, and what each read by themselves. */
  tellers: z.tuple([z.string(), z.string()]),
  read: z.tuple([readShape, readShape]),
})

/** Papers that two tellers enter, each without seeing what the other did. */
export type Batch = z.infer<typeof batchShape>

/** A batch as bytes, to be sealed. */
export function encodeBatch(batch: Batch): Uint8Array {
  return Buffer.from(JSON.stringify(batch))
}

/** See `encodeBatch`. */
export function readBatch(bytes: Uint8Array): Batch {
  return batchShape.parse(JSON.parse(Buffer.from(bytes).toString()))
}

/** The papers of a batch that both tellers read alike; undefined where one has not, or they differ. */
export function agreedPapers({ read: [one, other] }: Pick<Batch, 'read'>): readonly string[] | undefined {
  return one !== null && other !== null && one.join() === other.join() ? one : undefined
}

/** Which choices two tellers read differently often: base64 of the choice, and how often each found it. */
export function differences({
  read: [one, other],
}: Pick<Batch, 'read'>): readonly (readonly [choice: string, one: number, other: number])[] {
  if (one === null || other === null) return []
  const count = (read: readonly string[], choice: string): number =>
    read.filter((each) => each === choice).length
  return [...new Set([...one, ...other])]
    .sort()
    .map((choice) => [choice, count(one, choice), count(other, choice)] as const)
    .filter(([, a, b]) => a !== b)
}
