import tseslint from "typescript-eslint";

export default tseslint.config(
    { ignores: ["dist/", "docs/api/", "node_modules/", "examples/", "benchmarks/**/*.{js,cjs,mjs}", "benchmarks/cdk/", "tools/**/*.{js,mjs}", "provider/*.js", "*.mjs", "*.cjs"] },
    ...tseslint.configs.recommended,
    {
        languageOptions: { parserOptions: { projectService: true } },
        rules: {
            "@typescript-eslint/no-floating-promises": "error",
            "@typescript-eslint/no-require-imports": "off",
            "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
        },
    },
);
