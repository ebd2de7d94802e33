/** A field as the page about the API tells it. */
export interface ApiField {
  readonly name: string
  readonly type: readonly ApiType[]
  readonly required: boolean
  readonly description: string
}

/** A piece of what a type is called: text, or the name of a schema that the page shows further down. */
export interface ApiType {
  readonly text: string
  readonly schema: boolean
}

export interface ApiOperationView {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly description: string
  /** The scope that a token needs; null for everybody, empty where it depends on what is sent. */
  readonly scope: string | null
  readonly parameters: readonly ApiField[]
  readonly body: readonly ApiType[]
  readonly answer: readonly ApiType[]
  readonly curl: string
}

export interface ApiSchemaView {
  readonly name: string
  readonly type: readonly ApiType[]
  readonly fields: readonly ApiField[]
}

export interface ApiPartView {
  readonly name: string
  readonly description: string
  readonly operations: readonly ApiOperationView[]
}
