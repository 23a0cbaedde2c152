// Entry of the web application.
import '@fontsource/ibm-plex-sans/latin-400.css';
import '@fontsource/ibm-plex-sans/latin-500.css';
import '@fontsource/ibm-plex-sans/latin-600.css';
import '@fontsource/ibm-plex-mono/latin-400.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/words.css';
import './ui/pages.css';
import './ui/forms.css';
import './ui/tables.css';
import './ui/menus.css';
import './ui/overlays.css';
import './ui/frame.css';
import './ui/lines.css';
import './ui/pictures.css';
import './ui/print.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { router } from './app/router.tsx';
import { queries } from './data/api.ts';

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
