"""The domain core of Visitationsbordet: models, screening, register and documents. Knows no screen."""
