import { expect, test } from 'vitest'
import { linksFile } from './invitations.server.ts'

test.each(['=1+1', '+1', '-1', '@a', '\n=1', ' =1', '＝1', '＠a'])(
  'a name that a spreadsheet could take for a formula is marked as text: %j',
  async (name) => {
    const file = await linksFile([{ name, email: null, link: 'https://plenum.example.org/i' }]).text()
    expect(file).toContain(`"'${name}","","https://plenum.example.org/i"`)
  },
)

test('quotation marks and separators stay inside their cell', async () => {
  const file = await linksFile([{ name: 'Ana "A", Núñez', email: null, link: 'l' }]).text()
  expect(file).toContain('"Ana ""A"", Núñez","","l"')
})
