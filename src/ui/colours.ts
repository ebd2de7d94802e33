/** Colours that a reader can choose; `system` follows their device. The names stand in `data-colours` and in a cookie. */
export const COLOURS = ['system', 'light', 'dark'] as const
export type Colours = (typeof COLOURS)[number]

/** The chosen colours where that is one of ours; whatever else a cookie says follows the device. */
export function coloursOf(text: string | undefined): Colours {
  return COLOURS.find((each) => each === text) ?? 'system'
}

/** What browsers are told before the stylesheet has come, so that no white page flashes in the dark. */
export const SCHEMES: Readonly<Record<Colours, string>> = {
  system: 'light dark',
  light: 'light',
  dark: 'dark',
}
