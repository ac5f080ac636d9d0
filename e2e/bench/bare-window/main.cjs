// The least that Electron can open: what its own start takes on this machine, to compare the app's start with.
const { app, BrowserWindow } = require('electron')

app.setPath('userData', process.env.INSPECTOR_DATA_DIR)
app.whenReady().then(() => new BrowserWindow({ webPreferences: { sandbox: true } }).loadFile('index.html'))
