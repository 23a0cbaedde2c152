// Builds the web application; its files are served by Assay's own server under a strict content policy.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // Says which files belong together; the bench weighs the first page by it.
    manifest: 'manifest.json',
    target: 'es2023',
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/v1': 'http://127.0.0.1:7373', '/login': 'http://127.0.0.1:7373' } },
});
