# The worker that renders: torch with CUDA, diffusers, and no way to the archive or the bucket.
#
#   docker build -f deploy/gpu.Dockerfile -t storyworld-gpu .
#   docker run --gpus all -v workspace:/workspace -e REDIS_URL=... --restart unless-stopped storyworld-gpu
#
# It is told the queue (REDIS_URL) and nothing else that is secret: every request brings a leave to
# upload its one film. It wants a restart policy: a render that hangs in the card's driver ends only
# with its process, so that the worker then leaves on purpose (exit code 75).
# CUDA comes with torch's own wheels; the host has an NVIDIA driver and the container toolkit.

FROM python:3.11.14-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PATH=/opt/venv/bin:$PATH
RUN python -m venv /opt/venv
WORKDIR /app
COPY pyproject.toml constraints.txt README.md LICENSE ./
# Torch first, by itself, as pinned; never torchvision, which brings another torch.
RUN pip install --constraint constraints.txt torch
RUN python -c "import tomllib; p = tomllib.load(open('pyproject.toml', 'rb'))['project']; \
print(*p['dependencies'], *p['optional-dependencies']['gpu'], \
*p['optional-dependencies']['tracing'], sep='\n')" > /tmp/wanted.txt \
    && pip install --constraint constraints.txt --requirement /tmp/wanted.txt
COPY celeryconfig.py ./
COPY storyworld storyworld
COPY tasks tasks
COPY deploy/alive deploy/prefetch.py deploy/
COPY deploy/runpod/handler.py deploy/runpod/
RUN pip install --no-deps --editable . && python -m compileall -q storyworld tasks

FROM python:3.11.14-slim-bookworm
# gcc: what torch compiles for the card is launched by C code that is compiled once, too.
RUN apt-get update \
    && apt-get install -y --no-install-recommends gcc libc6-dev tini \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --user-group --home-dir /var/lib/storyworld --shell /usr/sbin/nologin storyworld \
    && install -d -o storyworld -g storyworld -m 0700 /var/lib/storyworld /var/lib/storyworld/films \
    && install -d -o storyworld -g storyworld /workspace
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
WORKDIR /app
# What is large or slow to make lies on the volume: a new container finds it there.
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    NVIDIA_VISIBLE_DEVICES=all \
    NVIDIA_DRIVER_CAPABILITIES=compute,utility \
    DIFFUSERS_DISABLE_REMOTE_CODE=1 \
    HF_HUB_DISABLE_TELEMETRY=1 \
    HF_HOME=/workspace/huggingface \
    TORCHINDUCTOR_CACHE_DIR=/workspace/inductor \
    STORYWORLD_MODELS=/workspace/models \
    STORYWORLD_DEVICE=cuda \
    STORYWORLD_HOME=/var/lib/storyworld
USER storyworld
VOLUME /workspace
ENTRYPOINT ["/usr/bin/tini", "--"]
CMD ["celery", "-A", "tasks", "worker", "-Q", "gpu", "-n", "gpu@%h"]
# Not `celery inspect ping`: that costs Redis commands every time; this looks at the process.
HEALTHCHECK --interval=30s --timeout=6s --start-period=120s \
    CMD ["python", "deploy/alive", "worker"]
