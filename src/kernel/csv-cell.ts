/** A text as a cell of a CSV file (RFC 4180), which no spreadsheet takes for a formula (OWASP: CSV injection). */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text.trimStart()) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
