export { checkForm } from './check-form.ts'
