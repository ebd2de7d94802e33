/** Hidden fields of a form that enters an act: made by `formKey()` in a page's load. */
export interface Key {
  readonly act: string
  readonly salt: string
}

/** What a page is shown with after an action failed: the sentence for the reader, and what was typed. */
export interface Failed {
  readonly sentence: string
  readonly code: string
  readonly values: Readonly<Record<string, string>>
}

/** What stood in a field when the form was sent, or what stands there before. */
export type Typed = (name: string, otherwise?: string) => string
