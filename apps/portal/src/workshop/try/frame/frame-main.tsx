import '@policyforms/forms/styles.css'
import './frame.css'
import { createRoot } from 'react-dom/client'
import { FrameForm } from './frame-form.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('preview-form.html has no #root')
createRoot(root).render(<FrameForm />)
