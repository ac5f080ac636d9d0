// Run under the Electron to be judged (as plain Node where its fuses allow, else as an app), never in this project's
// own process: a native module of the wrong kind ends the process without an exception. CommonJS, because a script
// given on Electron's command line is loaded that way by every version.
const [packageFolder, binding] = process.argv.slice(2)

/** Written synchronously: a crash on the next line must not lose what was known before it. */
const say = (value) => require('node:fs').writeSync(1, `${JSON.stringify(value)}\n`)

say({ electron: process.versions.electron, node: process.versions.node, nodeApi: Number(process.versions.napi) })

if (packageFolder?.startsWith('/') || /^[A-Za-z]:/.test(packageFolder ?? '')) {
  const Database = require(packageFolder)
  const hasBinding = binding !== undefined && !binding.startsWith('--')
  const database = new Database(':memory:', hasBinding ? { nativeBinding: binding } : {})
  database.exec("CREATE VIRTUAL TABLE probe USING fts5(name, tokenize = 'trigram')")
  database.prepare('INSERT INTO probe (name) VALUES (?)').run('Zoë Example')
  const row = database.prepare('SELECT name FROM probe WHERE probe MATCH ?').get('ample')
  database.close()
  say({ read: row?.name === 'Zoë Example' })
}
process.exit(0)
