import { say, type Sentences } from '#kernel/sentences'

/** What this module and the API refuse, as sentences in English, by code. */
export const english = {
  // Making a token
  'token-name-missing': () => 'Give the token a name by which you will know it again.',
  'token-name-long': ({ most }) => `The name of a token has at most ${say(most)} characters.`,
  'token-without-scope': () => 'Choose at least one thing that the token may be used for.',
  'token-days-wrong': ({ most }) => `A token holds for at least one day and at most ${say(most)}.`,
  'too-many-tokens': ({ most }) => `You have ${say(most)} tokens already. End one that you do not need.`,
  'unknown-token': () => 'You have no such token.',
  // Calling the API
  'token-invalid': () =>
    'The token is not valid: it was never given, was ended, or has run out. Make a new one on the page “Tokens”.',
  'token-needed': () =>
    'This needs a token, sent as “Authorization: Bearer plenum_…”. Members make tokens on the page “Tokens”.',
  'scope-missing': ({ scope }) => `The token may not be used for this: it lacks the scope “${say(scope)}”.`,
  'case-text-elsewhere': () =>
    'What is said in a case is sealed, and cannot be entered by this. Send it to the operation of the case that is for it, such as POST /cases/{id}/findings.',
  'too-many-calls': ({ seconds }) => `Too many calls. Go on in ${say(seconds)} seconds.`,
  'unknown-path': () =>
    'There is nothing at this path. The document at /api/v1/openapi.json lists all there is.',
  'method-not-allowed': ({ allowed }) => `This path takes only ${say(allowed)}.`,
  'unknown-thing': () => 'There is no such thing here, or it is not for you to see.',
  'media-type-wrong': ({ expected }) => `Send the content as ${say(expected)}.`,
  'content-too-large': () => 'The content is too large.',
  'not-json': () => 'The content is not JSON.',
  'json-unsound': () =>
    'The JSON is nested too deep, or has a key or a character (NUL, half a surrogate pair) that no text here has.',
  'cursor-wrong': () => 'The cursor is not one that this list has given.',
  'webhook-url-wrong': () =>
    'A webhook needs a full address that begins with https:// and has no name or password in it.',
  'too-many-webhooks': ({ most }) => `You have ${say(most)} webhooks already. End one that you do not need.`,
  fault: ({ number }) =>
    `Something went wrong on our side (fault ${say(number)}). Try again, or pass the number on.`,
} as const satisfies Sentences<string>

/** The codes of these refusals. */
export type TokenCode = keyof typeof english
