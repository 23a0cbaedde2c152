// Sets theme and density before the first paint, so that nothing flashes.
(function () {
  const root = document.documentElement;
  const theme = localStorage.getItem('assay.theme') || 'system';
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  root.dataset.density = localStorage.getItem('assay.density') || 'normal';
})();
