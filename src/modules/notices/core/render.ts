import type { Letter, LetterLine, LetterSection } from './letter.ts'

const WIDTH = 72

/** The letter as plain text: short lines, links on lines of their own. */
export function renderText({ opening, sections, closing, footer }: Letter): string {
  const blocks = [
    wrap(opening),
    ...sections.map(sectionText),
    ...closing.map((sentence) => wrap(sentence)),
    ['-- ', ...footer.map((line) => lineText(line, ''))].join('\n'),
  ]
  return `${blocks.join('\n\n')}\n`
}

function sectionText({ heading, lines }: LetterSection): string {
  return [
    heading,
    '='.repeat(Math.min(WIDTH, [...heading].length)),
    ...lines.map((line) => lineText(line, '* ')),
  ].join('\n')
}

function lineText({ text, href, detail }: LetterLine, mark: string): string {
  const indent = ' '.repeat(mark.length)
  const said = wrap(detail === undefined ? text : `${text} (${detail})`, indent)
  return `${mark}${said.slice(indent.length)}${href === undefined ? '' : `\n${indent}${href}`}`
}

/** Breaks at spaces; what has none, such as a root, stays whole. */
function wrap(text: string, indent = ''): string {
  const lines: string[] = []
  let line = indent
  for (const word of text.split(/\s+/)) {
    const isFull = line.length > indent.length && line.length + 1 + word.length > WIDTH
    if (isFull) lines.push(line)
    line = isFull || line.length === indent.length ? indent + word : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}

// Nothing is loaded from elsewhere, so nothing tells when a letter was opened. Programs that know no style show plain HTML.
const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0 auto; padding: 16px; max-width: 36em; font: 16px/1.5 Georgia, serif; color: #1c1b19; background: #fffdf8; }
h1 { font-size: 18px; font-weight: normal; }
h2 { font-size: 18px; margin: 24px 0 8px; }
ul { padding-left: 20px; }
li { margin: 0 0 8px; }
a { color: #7a2418; }
.detail, .small { color: #57534c; font-size: 14px; }
.small { border-top: 1px solid #c9c3b6; margin-top: 24px; padding-top: 8px; overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) {
  body { color: #ece8df; background: #1b1a18; }
  a { color: #f0a090; }
  .detail, .small { color: #b5afa3; }
}`

/** The letter as a page of its own, readable in light and dark, with nothing fetched. */
export function renderHtml({ language, subject, opening, sections, closing, footer }: Letter): string {
  const body = [
    `<h1>${escape(opening)}</h1>`,
    ...sections.map(sectionHtml),
    ...closing.map((sentence) => `<p>${escape(sentence)}</p>`),
    `<div class="small">${footer.map((line) => `<p>${lineHtml(line)}</p>`).join('')}</div>`,
  ]
  return `<!doctype html>
<html lang="${escape(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(subject)}</title>
<style>${STYLE}
</style>
</head>
<body>
${body.join('\n')}
</body>
</html>
`
}

function sectionHtml({ heading, lines }: LetterSection): string {
  return `<h2>${escape(heading)}</h2>\n<ul>\n${lines.map((line) => `<li>${lineHtml(line)}</li>`).join('\n')}\n</ul>`
}

function lineHtml({ text, href, detail }: LetterLine): string {
  const said = href === undefined ? escape(text) : `<a href="${escape(href)}">${escape(text)}</a>`
  return detail === undefined ? said : `${said}<br><span class="detail">${escape(detail)}</span>`
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it stands in HTML and XML. */
export function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)
}
