import { Menu } from '@base-ui/react/menu'
import { Check, ChevronsUpDown, KeyRound, Lock, Plus, Trash2 } from 'lucide-react'
import type { Workspace } from '#shared/domain/workspaces.ts'
import { tellFailure } from '../../state/toast-store.ts'
import { currentWorkspace, openWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts'
import { classes } from '../../ui/classes.ts'
import menuStyles from '../../ui/Menu.module.css'
import { ProductMark } from '../../ui/ProductMark.tsx'
import { useDialogStore } from './dialog-store.ts'
import styles from './WorkspaceSwitcher.module.css'

const c = classes(styles)
const m = classes(menuStyles)

const noteOf = (workspace: Workspace): string => {
  if (workspace.kind === 'demo') return 'Built in, no key, no network'
  const host = workspace.url === null ? '' : workspace.url.replace(/^https?:\/\//, '')
  return workspace.keyState === 'none' ? `${host}, key needed` : host
}

const WorkspaceItem = ({ workspace, current }: { workspace: Workspace; current: boolean }) => {
  const show = useDialogStore((state) => state.show)
  const open = async () => {
    if (!current) {
      const failure = await openWorkspace(workspace.id)
      if (failure !== null) return tellFailure(`${workspace.name} was not opened.`, failure)
    }
    if (workspace.keyState === 'none') show({ kind: 'unlock', id: workspace.id })
  }
  return (
    <Menu.Item className={m('item')} aria-label={workspace.name} onClick={() => void open()}>
      <span className={m('slot')}>
        {current ? (
          <Check size={13} aria-label="open" />
        ) : (
          workspace.keyState === 'none' && <KeyRound size={13} aria-label="key needed" />
        )}
      </span>
      <span className={m('itemBody')}>
        <span dir="auto" className={c('block', 'cut')}>
          {workspace.name}
        </span>
        <span className={c('block', 'cut', 'note')}>{noteOf(workspace)}</span>
      </span>
    </Menu.Item>
  )
}

/** The open workspace, and a menu to open, connect, unlock or remove one. */
export const WorkspaceSwitcher = ({ collapsed }: { collapsed: boolean }) => {
  const state = useWorkspaceStore((store) => store.workspaces)
  const current = useWorkspaceStore(currentWorkspace)
  const show = useDialogStore((store) => store.show)
  return (
    <Menu.Root>
      <Menu.Trigger
        className={c('trigger', collapsed && 'collapsed')}
        aria-label={`Workspace: ${current?.name ?? 'none'}`}
      >
        <ProductMark size={22} />
        {!collapsed && (
          <>
            <span dir="auto" className={c('name', 'cut')}>
              {current?.name}
            </span>
            <ChevronsUpDown size={13} aria-hidden className={c('chevron')} />
          </>
        )}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="start" sideOffset={4} className={m('positioner')}>
          <Menu.Popup className={m('popup')}>
            <Menu.Group>
              <Menu.GroupLabel className={m('label')}>Workspaces</Menu.GroupLabel>
              {state?.workspaces.map((workspace) => (
                <WorkspaceItem key={workspace.id} workspace={workspace} current={workspace.id === current?.id} />
              ))}
            </Menu.Group>
            <Menu.Separator className={m('separator')} />
            <Menu.Item className={m('item')} onClick={() => show({ kind: 'connect' })}>
              <span className={m('slot')}>
                <Plus size={13} aria-hidden />
              </span>
              Connect another workspace
            </Menu.Item>
            {current?.keyState === 'none' && (
              <Menu.Item className={m('item')} onClick={() => show({ kind: 'unlock', id: current.id })}>
                <span className={m('slot')}>
                  <KeyRound size={13} aria-hidden />
                </span>
                Unlock this workspace
              </Menu.Item>
            )}
            {current?.kind === 'connected' && (
              <>
                <Menu.Item className={m('item')} onClick={() => show({ kind: 'key', id: current.id })}>
                  <span className={m('slot')}>
                    <KeyRound size={13} aria-hidden />
                  </span>
                  API key
                </Menu.Item>
                <Menu.Item className={m('item')} onClick={() => show({ kind: 'passphrase', id: current.id })}>
                  <span className={m('slot')}>
                    <Lock size={13} aria-hidden />
                  </span>
                  {current.keyState === 'passphrase' ? 'Change the passphrase' : 'Protect with a passphrase'}
                </Menu.Item>
              </>
            )}
            {current && current.kind !== 'environment' && (
              <Menu.Item className={m('item', 'dangerItem')} onClick={() => show({ kind: 'remove', id: current.id })}>
                <span className={c('inherit')}>
                  <Trash2 size={13} aria-hidden />
                </span>
                Remove this workspace
              </Menu.Item>
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
