// Starts the page.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { LanguageProvider } from './text/language.js';
import './look/base.css';
import './look/controls.css';
import './look/composer.css';
import './look/gallery.css';
import './look/progress.css';
import './look/welcome.css';
import './look/viewer.css';
import './look/pages.css';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>
        <App />
      </LanguageProvider>
    </StrictMode>,
  );
}
