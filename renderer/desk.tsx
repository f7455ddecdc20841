import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { setBridge } from './app/bridge.ts';
import { allowPlainText } from './app/trustedText.ts';
import { connectDesk } from './transport/connect.ts';

const root = document.getElementById('root');
if (!root) throw new Error('desk.html has no #root');

allowPlainText();
setBridge(await connectDesk());
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
