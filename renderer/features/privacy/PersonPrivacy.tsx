import { FileBraces, FileSpreadsheet, UserX } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import styles from './Privacy.module.css'
import { askToForget, exportPerson } from './person-store.ts'

const c = classes(styles)

/** What can be done about the data of the person who is open: hand it out, or delete it. */
export const PersonPrivacy = ({ id }: { id: string }) => (
  <section aria-label="This person's data" className={c('person')}>
    <Button size="small" icon={FileBraces} onClick={() => void exportPerson(id, 'json')}>
      Export as JSON
    </Button>
    <Button size="small" icon={FileSpreadsheet} onClick={() => void exportPerson(id, 'csv')}>
      Export as CSV
    </Button>
    <Button size="small" icon={UserX} onClick={() => void askToForget(id)}>
      Forget this person…
    </Button>
  </section>
)
