import { StringDecoder } from 'node:string_decoder'

/**
 * A line longer than this many characters is cut here, so that input without line breaks does not fill the memory. No
 * identifier is near as long: the engine rejects more than 2,048 characters.
 */
export const LONGEST_LINE = 1_000_000

/**
 * The lines of UTF-8 bytes, in one array per piece of input: lines are known as soon as their bytes are, and splitting
 * pieces costs a fraction of what readline's iterator costs per line. Lines end with LF or CRLF; the last one needs no
 * end. A byte order mark at the start is dropped.
 */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  // Keeps the bytes of a character that is split over two pieces.
  const decoder = new StringDecoder('utf8')
  let open = ''
  let first = true
  for await (const piece of pieces) {
    let text = decoder.write(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength))
    if (first && text !== '') {
      text = text.replace(/^\ufeff/, '')
      first = false
    }
    const lines = text.split('\n')
    lines[0] = cut(open, lines[0] ?? '')
    open = lines.pop() ?? ''
    if (lines.length > 0) yield lines.map(withoutReturn)
  }
  const last = cut(open, decoder.end())
  if (last !== '') yield [withoutReturn(last)]
}

const cut = (open: string, more: string): string =>
  open.length >= LONGEST_LINE ? open : (open + more).slice(0, LONGEST_LINE)

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line)

/** A JSON string where the line is one (that is how line breaks and controls are written), else the line itself. */
export const textOf = (line: string): string => {
  if (!line.startsWith('"')) return line
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'string' ? value : line
  } catch {
    return line
  }
}
