import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FORM_TARGETS } from '#shared/identifiers/forms.ts'

const PROGRAM = resolve(import.meta.dirname, 'inspector.ts')

const start = (...args: string[]): ChildProcessWithoutNullStreams => spawn(process.execPath, [PROGRAM, ...args])

const textOf = async (stream: NodeJS.ReadableStream): Promise<string> => {
  let text = ''
  stream.setEncoding('utf8')
  for await (const piece of stream) text += String(piece)
  return text
}

interface Ended {
  code: number | null
  out: string
  error: string
}

const end = async (child: ChildProcessWithoutNullStreams, input: (string | Uint8Array)[] = []): Promise<Ended> => {
  const closed = once(child, 'close')
  const texts = Promise.all([textOf(child.stdout), textOf(child.stderr)])
  for (const piece of input) await new Promise<void>((written) => child.stdin.write(piece, () => written()))
  child.stdin.end()
  const [out, error] = await texts
  const [code] = (await closed) as [number | null]
  return { code, out, error }
}

const run = (args: string[], ...input: (string | Uint8Array)[]): Promise<Ended> => end(start(...args), input)
const answers = ({ out }: Ended): Record<string, unknown>[] =>
  out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>)

describe('inspector identify', () => {
  it('reads lines however they are written, and answers each in order', async () => {
    const euro = Buffer.from('€')
    const done = await run(
      ['identify'],
      '\ufeff+33612345678\r\n\n"a\\nb"\n',
      euro.subarray(0, 1),
      euro.subarray(1),
      '\nhttps://x.com/postpressApp',
    )
    expect(done).toMatchObject({ code: 0, error: '' })
    expect(answers(done).map(({ input, reject }) => [input, reject])).toEqual([
      ['+33612345678', undefined],
      ['', 'empty'],
      ['a\nb', 'not-an-identifier'],
      ['€', 'not-an-identifier'],
      ['https://x.com/postpressApp', undefined],
    ])
  })

  it('answers before its input ends', async () => {
    const child = start('identify')
    child.stdin.write('@jane\n')
    const [first] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string]
    expect(JSON.parse(first)).toMatchObject({ input: '@jane' })
    expect((await end(child)).code).toBe(0)
  })

  it('answers far more than pipes hold, and loses nothing', async () => {
    const lines = 200_000
    const child = start('identify')
    const closed = once(child, 'close')
    child.stdin.end('+33612345678\n'.repeat(lines))
    let count = 0
    for await (const piece of child.stdout) for (const byte of piece as Buffer) if (byte === 10) count += 1
    expect(count).toBe(lines)
    expect(await closed).toEqual([0, null])
  })

  it('is not troubled by a reader that goes away', async () => {
    const child = start('identify')
    const closed = once(child, 'close')
    const error = textOf(child.stderr)
    // Its input breaks when it ends early: that is expected here.
    child.stdin.on('error', () => undefined)
    child.stdin.end('+33612345678\n'.repeat(100_000))
    await once(child.stdout, 'data')
    child.stdout.destroy()
    expect(await closed).toEqual([0, null])
    expect(await error).toBe('')
  })
})

describe('inspector convert', () => {
  it('writes the value with the reading it comes from', async () => {
    const done = await run(['convert', '--to', 'whatsapp-public', '--region=fr', '06 12 34 56 78'])
    expect(answers(done)).toEqual([
      {
        input: '06 12 34 56 78',
        to: 'whatsapp-public',
        value: '33612345678@s.whatsapp.net',
        from: { provider: 'whatsapp', kind: 'public', value: '33612345678@s.whatsapp.net', certainty: 'likely' },
      },
    ])
  })

  it('says why a form is missing, and still ends with 0', async () => {
    const id = 'ACoAAAB7mzMBkq1FhBGzF3kqvWlSg1Gb2gYh7wQ'
    const done = await run(['convert', '--to', 'linkedin-recruiter'], `${id}\nno name here\n`)
    expect(done.code).toBe(0)
    expect(answers(done)).toMatchObject([
      { input: id, value: null, gap: 'needs-lookup', from: { kind: 'internal' } },
      { input: 'no name here', value: null, reject: 'not-an-identifier' },
    ])
  })

  it('takes the reading that has the form, and asks for a country', async () => {
    const done = await run(['convert', '--to', 'phone'], '33612345678\n0612345678\n33612345678@lid\n')
    expect(answers(done)).toMatchObject([
      { value: '+33612345678' },
      { value: null, reject: 'phone-needs-country' },
      { value: null, gap: 'needs-cache' },
    ])
  })

  it('prefers the provider that was named', async () => {
    const done = await run(['convert', '--to', 'url', '--provider', 'x', '--', 'jane'])
    expect(answers(done)).toMatchObject([{ value: 'https://x.com/jane' }])
  })
})

describe('wrong usage', () => {
  it.each([
    [['identfy', 'x']],
    [['identify', '--colour', 'x']],
    [['identify', '-r', 'FR']],
    [['identify', '--region']],
    [['identify', '--region', 'Atlantis', 'x']],
    [['identify', '--provider', 'myspace', 'x']],
    [['identify', '--to', 'phone', 'x']],
    [['convert', 'x']],
    [['convert', '--to', 'fax', 'x']],
  ])('%j ends with 2, a message and no output', async (args) => {
    const done = await run(args)
    expect(done).toMatchObject({ code: 2, out: '' })
    expect(done.error).toMatch(/^inspector: .+\n$/)
  })

  it('--help names every form, option and exit code', async () => {
    for (const args of [['--help'], ['convert', '-h'], ['help'], []]) {
      const { code, out } = await run(args)
      expect(code).toBe(0)
      for (const word of [...FORM_TARGETS, '--region', '--provider', '--to', 'Exit codes']) expect(out).toContain(word)
    }
  })
})
