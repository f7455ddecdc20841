import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { allowPlainText } from './app/trustedText.ts';
import { BureauApp } from './bureau/BureauApp.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('bureau.html has no #root');

allowPlainText();
createRoot(root).render(
  <StrictMode>
    <BureauApp />
  </StrictMode>,
);
