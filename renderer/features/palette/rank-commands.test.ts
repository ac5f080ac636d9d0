import { describe, expect, it } from 'vitest'
import type { Command } from '../../state/command.ts'
import { rankCommands } from './rank-commands.ts'

const command = (title: string, group = 'Go to'): Command => ({
  id: title,
  title,
  group,
  keys: null,
  run: () => undefined,
})
const COMMANDS = [
  command('LinkedIn tab'),
  command('WhatsApp tab'),
  command('Sync now', 'Sync'),
  command('Copy Recruiter ID', 'Copy'),
  command('Noémie Mercier', 'Recent people'),
]
const titles = (query: string): string[] =>
  rankCommands(COMMANDS, query).flatMap(({ items }) => items.map(({ title }) => title))

describe('rankCommands', () => {
  it('lists everything by group without a query', () => {
    expect(rankCommands(COMMANDS, ' ').map(({ value, items }) => [value, items.length])).toEqual([
      ['Go to', 2],
      ['Sync', 1],
      ['Copy', 1],
      ['Recent people', 1],
    ])
  })

  it.each([
    ['recr', 'Copy Recruiter ID'],
    ['recr copy', 'Copy Recruiter ID'],
    ['snc', 'Sync now'],
    ['noemie', 'Noémie Mercier'],
    ['whats', 'WhatsApp tab'],
  ])('%s finds %s first', (query, title) => expect(titles(query)[0]).toBe(title))

  it('finds nothing for what is nowhere, and takes any text', () => {
    expect(titles('zzzz')).toEqual([])
    expect(() => titles('*(["\\ \u0000')).not.toThrow()
  })
})
