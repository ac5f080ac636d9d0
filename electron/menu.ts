import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { PROVIDER_NAMES, PROVIDERS } from '#shared/domain/providers.ts'

/** What an entry of the menu asks of the window: the id of one of its commands. */
export type ChooseCommand = (id: string) => void

const onMac = process.platform === 'darwin'

const appMenu = (): MenuItemConstructorOptions[] =>
  onMac
    ? [
        {
          label: app.name,
          submenu: [
            { role: 'about' },
            { type: 'separator' },
            { role: 'services' },
            { type: 'separator' },
            { role: 'hide' },
            { role: 'hideOthers' },
            { role: 'unhide' },
            { type: 'separator' },
            { role: 'quit' },
          ],
        },
      ]
    : []

const go = (choose: ChooseCommand): MenuItemConstructorOptions => ({
  label: 'Go',
  submenu: [
    { label: 'Search or paste an identifier', accelerator: 'CmdOrCtrl+L', click: () => choose('search') },
    { label: 'All commands', accelerator: 'CmdOrCtrl+K', click: () => choose('palette') },
    { type: 'separator' },
    ...['all', ...PROVIDERS].map((tab, index) => ({
      label: tab === 'all' ? 'All providers' : PROVIDER_NAMES[tab as (typeof PROVIDERS)[number]],
      accelerator: `CmdOrCtrl+${index + 1}`,
      click: () => choose(`tab.${tab}`),
    })),
    { type: 'separator' },
    { label: 'Cases', accelerator: 'CmdOrCtrl+J', click: () => choose('view.cases') },
    { label: 'Back', accelerator: 'Alt+Left', click: () => choose('view.back') },
    { label: 'Forward', accelerator: 'Alt+Right', click: () => choose('view.forward') },
  ],
})

const view = (choose: ChooseCommand, devTools: boolean): MenuItemConstructorOptions => ({
  label: 'View',
  submenu: [
    { label: 'Follow the theme of the system', click: () => choose('theme.system') },
    { label: 'Light theme', click: () => choose('theme.light') },
    { label: 'Dark theme', click: () => choose('theme.dark') },
    { type: 'separator' },
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
    ...(devTools ? ([{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }] as const) : []),
  ],
})

/** The menu of the app. Its entries are the window's own commands, so that both always do the same. */
export const setMenu = (choose: ChooseCommand, devTools: boolean): void => {
  const template: MenuItemConstructorOptions[] = [
    ...appMenu(),
    {
      label: 'File',
      submenu: [
        { label: 'Connect another workspace', click: () => choose('workspace.connect') },
        { label: 'Sync now', click: () => choose('sync.start') },
        { type: 'separator' },
        { label: 'Privacy', click: () => choose('view.privacy') },
        { label: 'Lock now', click: () => choose('privacy.lock') },
        { type: 'separator' },
        onMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    go(choose),
    view(choose, devTools),
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [{ label: 'Keyboard shortcuts', click: () => choose('help.keys') }],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
