export { checkForm, type FormLook, formFault, lookAtForm } from './check-form.ts'
