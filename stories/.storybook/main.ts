import type { StorybookConfig } from '@storybook/web-components-vite';
import { mergeConfig } from 'vite';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../*/*.mdx', '../*/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal(base) {
    return mergeConfig(base, {
      // The packages' sources, without a build between.
      resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
      optimizeDeps: {
        // Found late, these would be bundled a second time, and Lit would be loaded twice.
        include: [
          'lit',
          'lit/decorators.js',
          'lit/directives/class-map.js',
          'lit/directives/if-defined.js',
          'lit/directives/live.js',
          'lit/directives/ref.js',
          'lit/directives/repeat.js',
          '@lit/context',
        ],
      },
    });
  },
};

export default config;
