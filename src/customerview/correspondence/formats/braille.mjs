// Braille by liblouis (LGPL), in a process of its own. In: {"table": …, "plain": …, "texts": [[[text, whether it is a code], …], …], "back": bool}
// as JSON. Out: a list of lines in Unicode braille, or of text when it is to be read back.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const louis = require(process.argv[2])
const asked = JSON.parse(readFileSync(0, 'utf8'))
const tables = join(dirname(process.argv[2]), 'tables')
// The program finds its tables in a file system of its own. English has no Welsh y and w with a roof: they are written as its other roofs are.
const ROOFS = ['uplow \\x0176\\x0177 45-146-13456', 'uplow \\x0174\\x0175 45-146-2456']
louis.FS.mkdir('/liblouis')
louis.FS.mkdir('/liblouis/tables')
for (const name of readdirSync(tables)) {
  louis.FS.writeFile(`/liblouis/tables/${name}`, new Uint8Array(readFileSync(join(tables, name))), { encoding: 'binary' })
}
louis.FS.writeFile('/liblouis/tables/roofs.uti', ROOFS.join('\n') + '\n')
louis.ccall('lou_setDataPath', 'number', ['string'], ['/'])

function put (work, table, text) {
  const length = [...text].length
  const room = length * 8 + 64
  const [given, made, givenLength, madeLength] = [(length + 1) * 4, room * 4, 4, 4].map((bytes) => louis._malloc(bytes))
  louis.stringToUTF32(text, given, (length + 1) * 4)
  louis.setValue(givenLength, length, 'i32')
  louis.setValue(madeLength, room, 'i32')
  const types = ['string', ...Array(7).fill('number')]
  const fine = louis.ccall(work, 'number', types, [`unicode.dis,${table}`, given, givenLength, made, madeLength, 0, 0, 0])
  // Reading back, it miscounts what it has read; whether all of it came through is for the reader to see.
  const whole = asked.back || louis.getValue(givenLength, 'i32') === length
  if (!fine || !whole) throw new Error(`liblouis could not read ${length} signs by ${table}`)
  const cells = Array.from({ length: louis.getValue(madeLength, 'i32') }, (_, n) => louis.getValue(made + 4 * n, 'i32') >>> 0)
  for (const taken of [given, made, givenLength, madeLength]) louis._free(taken)
  return String.fromCodePoint(...cells)
}

const work = asked.back ? 'lou_backTranslateString' : 'lou_translateString'
console.log(JSON.stringify(asked.texts.map((parts) => parts.map(([text, code]) => put(work, code ? asked.plain : asked.table, text)).join(''))))
