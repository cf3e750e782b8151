// A minimal Electron app with a tray icon and an empty React page.
const { app, BrowserWindow, Menu, Tray } = require('electron');
const path = require('node:path');

let tray;
app.on('window-all-closed', () => {});
void app.whenReady().then(() => {
  tray = new Tray(path.join(__dirname, 'icon.png'));
  tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Open Coop Tray', click: open }]));
});

function open() {
  const window = new BrowserWindow({ width: 900, height: 620, show: false });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(path.join(`${__dirname}.unpacked`, 'page', 'index.html'));
}
