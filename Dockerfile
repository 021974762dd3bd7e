FROM python:3.12-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 HOST=0.0.0.0 PORT=8000
WORKDIR /app

COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes -r requirements.txt

COPY manage.py ./
COPY budgetsite budgetsite
COPY disclosures disclosures
COPY templates templates
COPY static static
COPY locale locale
COPY samples samples

# The files' folder exists and has its owner here, so a fresh volume mounted on it has them too.
# The key is for this one command: nothing that collectstatic writes depends on it.
RUN SECRET_KEY=only-to-collect-static-files python manage.py collectstatic --no-input --verbosity 0 \
 && useradd --uid 10001 --no-create-home --home-dir /app budgetsite \
 && mkdir -p var/media \
 && chown -R budgetsite:budgetsite var
USER budgetsite

EXPOSE 8000
CMD ["gunicorn", "--config", "python:budgetsite.server"]
