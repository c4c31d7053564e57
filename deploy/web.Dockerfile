# The control side: web console, workers of control and observe, beat, flower. No torch in here.
#
#   docker build -f deploy/web.Dockerfile -t storyworld-web .
#
# The other processes of the Procfile are this image with another command (deploy/compose.yaml).

FROM python:3.11.14-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PATH=/opt/venv/bin:$PATH
RUN python -m venv /opt/venv
WORKDIR /app
# Packages first: a change of our own code does not install them again.
COPY pyproject.toml constraints.txt README.md LICENSE ./
RUN python -c "import tomllib; p = tomllib.load(open('pyproject.toml', 'rb'))['project']; \
print(*p['dependencies'], *p['optional-dependencies']['postgres'], \
*p['optional-dependencies']['flower'], *p['optional-dependencies']['tracing'], sep='\n')" > /tmp/wanted.txt \
    && pip install --constraint constraints.txt --requirement /tmp/wanted.txt
COPY celeryconfig.py ./
COPY storyworld storyworld
COPY tasks tasks
COPY webapp webapp
COPY templates templates
COPY static static
COPY deploy/alive deploy/flower-config.py deploy/gunicorn-config.py deploy/
RUN pip install --no-deps --editable . && python -m compileall -q storyworld tasks webapp

FROM python:3.11.14-slim-bookworm
RUN apt-get update \
    && apt-get install -y --no-install-recommends tini \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --user-group --home-dir /var/lib/storyworld --shell /usr/sbin/nologin storyworld \
    && install -d -o storyworld -g storyworld -m 0700 /var/lib/storyworld /var/lib/storyworld/films
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
WORKDIR /app
# The console is reached from outside the container, and so asks for a key (docs/access.md).
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    STORYWORLD_HOST=0.0.0.0 \
    STORYWORLD_HOME=/var/lib/storyworld
USER storyworld
VOLUME /var/lib/storyworld
EXPOSE 8080
ENTRYPOINT ["/usr/bin/tini", "--"]
# The Procfile's command, reachable from outside the container.
CMD ["sh", "-c", "exec gunicorn 'webapp:create_app()' --bind 0.0.0.0:${STORYWORLD_PORT:-8080} --worker-class gthread --workers 1 --threads 256 --config deploy/gunicorn-config.py --no-control-socket"]
HEALTHCHECK --interval=30s --timeout=6s --start-period=60s \
    CMD ["python", "deploy/alive", "web"]
