import { app, dialog, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';

/** The menu bar. The function keys belong to the page (the same in both shells), so none stands here but F11. */
export function setMenu(): void {
  const menu: MenuItemConstructorOptions[] = [
    { label: '文件(&F)', submenu: [{ id: 'quit', label: '退出', click: () => app.quit() }] },
    {
      label: '编辑(&E)',
      submenu: [
        { label: '撤销', role: 'undo' },
        { label: '重做', role: 'redo' },
        { type: 'separator' },
        ...editing(),
      ],
    },
    {
      label: '查看(&V)',
      submenu: [
        { label: '放大', role: 'zoomIn' },
        { label: '缩小', role: 'zoomOut' },
        { label: '恢复原大小', role: 'resetZoom' },
        { type: 'separator' },
        { label: '全屏', role: 'togglefullscreen' },
      ],
    },
    { label: '帮助(&H)', submenu: [{ id: 'about', label: '关于枫桥接访台', click: () => void showAbout() }] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu));
}

/** A right click in a field or on marked text offers what every office program offers. */
export function offerEditing(contents: WebContents): void {
  contents.on('context-menu', (_event, { isEditable, selectionText }) => {
    if (isEditable || selectionText !== '') Menu.buildFromTemplate(editing()).popup();
  });
}

function editing(): MenuItemConstructorOptions[] {
  return [
    { label: '剪切', role: 'cut' },
    { label: '复制', role: 'copy' },
    { label: '粘贴', role: 'paste' },
    { label: '全选', role: 'selectAll' },
  ];
}

async function showAbout(): Promise<void> {
  await dialog.showMessageBox({
    type: 'info',
    title: '关于',
    message: `枫桥接访台 ${app.getVersion()}`,
    detail: '乡镇（街道）信访接待与人民调解工作台。数据加密保存在本机，不联网也能办理。',
    buttons: ['关闭'],
  });
}
