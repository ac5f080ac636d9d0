import type { Page } from 'playwright/test'
import type { RunningSimulator } from '../../electron/postpress/simulator/server.ts'
import type {} from '../../renderer/state/api.ts'
import { expect, test } from '../fixtures/inspector-app.ts'
import { openPerson, syncToTheEnd } from '../fixtures/journeys.ts'

const elsewhere = (page: Page) => page.getByRole('region', { name: 'Same person elsewhere' })

interface Someone {
  internalId: string
  title: string
}

/** A synced LinkedIn member who is linked to a WhatsApp attendee by phone, and to somebody else too. */
const linkedPerson = async (page: Page, { world }: RunningSimulator): Promise<Someone> => {
  const ids = world.attendees().flatMap(({ id, account }) => (account.provider === 'linkedin' ? [id] : []))
  const found = await page.evaluate(async (candidates): Promise<Someone | null> => {
    for (const id of candidates) {
      const outcome = await window.api?.attendees.passport({ id })
      if (outcome?.ok !== true || outcome.value.elsewhere.length < 2) continue
      const { elsewhere: links, identifiers, title } = outcome.value
      const internal = identifiers.find(({ kind }) => kind === 'internal')
      if (links.some(({ row, certainty }) => row.provider === 'whatsapp' && certainty === 'likely') && internal)
        return { internalId: internal.value, title }
    }
    return null
  }, ids)
  if (found === null) throw new Error('The world has nobody who is linked to two others.')
  return found
}

test('a link says what speaks for it and how certain it is; what is decided is remembered', async ({
  start,
  simulator,
  shoot,
}) => {
  const { page, quit } = await start(simulator.env)
  await syncToTheEnd(page)
  const someone = await linkedPerson(page, simulator)
  await openPerson(page, someone.internalId, someone.title)
  const links = elsewhere(page)
  const link = links.getByRole('listitem').filter({ hasText: 'WhatsApp' }).first()
  await expect(link).toContainText('Same phone number: +')
  await expect(link).toContainText('Likely')
  await expect(link).toContainText('one holder at a time')
  const total = await links.getByRole('listitem').count()
  await links.scrollIntoViewIfNeeded()
  await shoot(page, 'links-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot(page, 'links-dark')
  await page.emulateMedia({ colorScheme: 'light' })

  await link.getByRole('button', { name: /^Same person:/ }).click()
  await expect(link).toContainText('Confirmed as the same person')
  const second = links.getByRole('listitem').filter({ hasNotText: 'WhatsApp' }).first()
  await second.getByRole('button', { name: /^Somebody else:/ }).focus()
  await page.keyboard.press('Enter')
  await expect(links.getByRole('listitem')).toHaveCount(total - 1)
  await expect(links.getByRole('button', { name: '1 rejected' })).toBeFocused()
  await quit()

  const again = await start(simulator.env)
  await syncToTheEnd(again.page)
  await openPerson(again.page, someone.internalId, someone.title)
  const kept = elsewhere(again.page)
  await expect(kept.getByText('Confirmed as the same person')).toBeVisible()
  await expect(kept.getByRole('listitem')).toHaveCount(total - 1)
  await kept.getByRole('button', { name: '1 rejected' }).focus()
  await again.page.keyboard.press('Enter')
  await expect(kept.getByRole('listitem')).toHaveCount(total)
  await shoot(again.page, 'links-decided')
  await kept.getByRole('listitem').last().getByRole('button', { name: /^Undo/ }).focus()
  await again.page.keyboard.press('Enter')
  await expect(kept.getByRole('button', { name: /rejected/ })).toBeHidden()
  await expect(kept.getByRole('listitem')).toHaveCount(total)

  // The decision is seen from the other side too.
  await kept.getByRole('listitem').filter({ hasText: 'WhatsApp' }).first().getByRole('button').first().click()
  await expect(again.page.getByRole('complementary', { name: 'Passport' })).toContainText('WhatsApp')
  await expect(elsewhere(again.page).getByText('Confirmed as the same person')).toBeVisible()
})
